// The job without any of the product's features, as one writes it by hand in an evening: find the set by name, answer,
// see points and stars. It is what the first seconds of the page are held against (`make bench`); lay-out.mjs writes
// the sets in.
const SETS = "__SETS__";
const BANDS = [[90, 5], [70, 4], [50, 3], [30, 2], [0, 1]];

const page = document.getElementById("page");
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();

choose();

function choose() {
  page.innerHTML = '<h1>Sản phẩm của bạn thuộc bộ nào?</h1><input type="search" placeholder="Tên sản phẩm"><div id="sets"></div>';
  const field = page.querySelector("input");
  const show = () => {
    const wanted = plain(field.value.trim());
    const found = SETS.filter((set) => plain(set.name).includes(wanted));
    page.querySelector("#sets").replaceChildren(...found.map((set) => button(`${set.no}. ${set.name}`, () => ask(set))));
  };
  field.addEventListener("input", show);
  show();
}

function ask(set) {
  const chosen = new Map();
  page.innerHTML = `<h1></h1><p id="sum"></p><form></form>`;
  page.querySelector("h1").textContent = set.name;
  const form = page.querySelector("form");
  for (const [code, title, question, levels] of set.criteria) {
    const field = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = `${code}. ${title}`;
    const help = document.createElement("p");
    help.textContent = question;
    field.append(legend, help, ...levels.map(([label, points], level) => choice(code, `${label} (${points})`, () => { chosen.set(code, level); sum(set, chosen); })));
    form.append(field);
  }
  sum(set, chosen);
}

function sum(set, chosen) {
  let total = 0;
  let most = 5;
  for (const [code, , , levels] of set.criteria) {
    const level = chosen.get(code);
    total += levels[level]?.[1] ?? 0;
    // Each star has its own least level.
    for (const star of [3, 4, 5]) {
      const least = levels.findIndex(([, , minimum]) => minimum === star);
      if (least >= 0 && !(level >= least)) most = Math.min(most, star - 1);
    }
  }
  const byPoints = BANDS.find(([points]) => total >= points)[1];
  document.getElementById("sum").textContent = `${total}/100 điểm, ${Math.min(byPoints, most)} sao`;
}

function button(text, onclick) {
  return Object.assign(document.createElement("button"), { type: "button", textContent: text, onclick });
}

function choice(name, text, onchange) {
  const label = document.createElement("label");
  label.append(Object.assign(document.createElement("input"), { type: "radio", name, onchange }), ` ${text}`);
  return label;
}
