/** A script without its remarks and indents: those are for readers of the source. Code stands on lines of its own. */
export function bare(script) {
  return script.replace(/^\s*(\/\/|\/\*\*|\*).*$/gm, "").replace(/ \/\/ .*$/gm, "").replace(/\n\s*/g, "\n");
}
