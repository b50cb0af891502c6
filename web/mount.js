// From what is painted first to the app. Begins in both loaders.

let released = Promise.resolve(); // Settled while nothing is being pressed.

// What is pressed must still be there when it is let go, or it was not pressed.
addEventListener("pointerdown", () => {
  released = new Promise((done) => {
    for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => setTimeout(done), { once: true, capture: true });
  });
}, true);

/** Starts the app; what is typed meanwhile into the field of the first paint goes on in the app's own. */
async function mount(start) {
  const field = document.querySelector(".first-paint input");
  await painted();
  await resting(field);
  // Where it is let go outside of the window nobody hears of it.
  await Promise.race([released, new Promise((done) => setTimeout(done, 3000))]);
  const isFocused = document.activeElement === field;
  await start();
  if (!isFocused && !field?.value) return;
  const own = await appearing("#app input[type=search]");
  if (!own) return;
  // The app's first drawing may not be over yet and would empty the field again: what is lost is handed over once more.
  for (let round = 0; round === 0 || (round < 5 && field.value && !own.value); round++) {
    own.value = field.value;
    own.dispatchEvent(new InputEvent("input", { bubbles: true }));
    if (isFocused) {
      own.focus({ preventScroll: true });
      own.setSelectionRange(field.selectionStart, field.selectionEnd);
    }
    await painted();
  }
}

/** What is there already is seen, and can be typed into, before the work begins; a tab that is hidden paints nothing. */
function painted() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 500);
  });
}

/** Nobody is in the middle of a word: the field has been left alone for a moment. */
function resting(field) {
  return new Promise((done) => {
    if (!field?.value) return done();
    let pause = setTimeout(done, 300);
    field.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(done, 300);
    });
  });
}

async function appearing(selector) {
  for (let frame = 0; frame < 120; frame++) {
    const found = document.querySelector(selector);
    if (found && !found.closest(".first-paint")) return found;
    await new Promise(requestAnimationFrame);
  }
}
