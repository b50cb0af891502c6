// The decisions' folders as the build reads them: what an amendment says is laid over what it amends.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOTS = ["src/domain/decisions", process.env.OCOP_DECISIONS].filter(Boolean);

const folders = ROOTS.flatMap((root) =>
  readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => [entry.name, join(root, entry.name)]),
);

/** The name of each decision's folder. */
export const decisions = folders.map(([name]) => name).sort();

/** The day of the version that is built, as the first heading of CHANGELOG.md has it. */
const [, built] = readFileSync("CHANGELOG.md", "utf8").match(/^## .*\((\d{4}-\d\d-\d\d)\)/m);

/** What the decision says of itself that is in force on that day. */
export const current = folders
  .map(([, folder]) => read(join(folder, "decision.json")))
  .filter((decision) => day(decision) <= built)
  .sort((left, right) => day(left).localeCompare(day(right)))
  .pop();

/** The folders of a decision and those that it amends, the oldest first. */
export function chain(name) {
  const folder = folders.find(([known]) => known === name)[1];
  const { amends } = read(join(folder, "decision.json"));
  return amends ? [...chain(amends), folder] : [folder];
}

/** A file of a decision laid over those of the amended ones (JSON merge patch); undefined where none has it. */
export function laid(name, file) {
  const files = chain(name).map((folder) => join(folder, file)).filter(existsSync);
  return files.map(read).reduce((under, own) => (under === undefined ? own : merged(under, own)), undefined);
}

/** The newest folder of this name along the chain, for what is replaced whole; undefined where none has it. */
export function newest(name, folder) {
  return chain(name).map((root) => join(root, folder)).filter(existsSync).pop();
}

function day(decision) {
  return decision.in_force_from.split("/").reverse().join("-");
}

function merged(under, own) {
  if (!isObject(under) || !isObject(own)) return own;
  const all = { ...under };
  for (const [key, value] of Object.entries(own)) {
    if (value === null) delete all[key];
    else all[key] = merged(under[key], value);
  }
  return all;
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function read(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
