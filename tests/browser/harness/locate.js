// Finds elements as assistive technology names them. Arguments: role, name (null: any).
// Returns {found: [elements], seen: [names of all elements of the role], names: [names of found]}.
const [role, wanted] = arguments;

const SELECTORS = {
  alert: "[role=alert]",
  article: "article",
  button: "button, input[type=button], input[type=submit], input[type=reset], [role=button]",
  cell: "td",
  checkbox: "input[type=checkbox], [role=checkbox]",
  columnheader: "thead th, th[scope=col]",
  combobox: "select:not([multiple]), input[list], [role=combobox]",
  date: "input[type=date], input[type=month]",
  details: "details",
  dialog: "dialog, [role=dialog], [role=alertdialog]",
  file: "input[type=file]",
  group: "fieldset, [role=group], [role=radiogroup]",
  heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
  img: "img[alt]:not([alt='']), [role=img]",
  link: "a[href], [role=link]",
  list: "ul, ol, [role=list]",
  listitem: "li",
  main: "main",
  meter: "meter, [role=meter]",
  navigation: "nav, [role=navigation]",
  option: "option, [role=option]",
  progressbar: "progress, [role=progressbar]",
  radio: "input[type=radio], [role=radio]",
  region: "section[aria-label], section[aria-labelledby], [role=region]",
  row: "tr",
  rowheader: "tbody th, th[scope=row]",
  searchbox: "input[type=search], [role=searchbox]",
  spinbutton: "input[type=number]",
  status: "output, [role=status]",
  summary: "summary",
  switch: "[role=switch]",
  tab: "[role=tab]",
  table: "table",
  tabpanel: "[role=tabpanel]",
  textbox: "textarea, input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=url]",
};

const selector = SELECTORS[role];
if (!selector) throw new Error(`no such role here: ${role}`);

const clean = (text) => (text ?? "").normalize("NFC").replace(/\s+/g, " ").trim();

function shown(element) {
  // A file field is often hidden behind a button of our own, and still takes files.
  if (role === "file") return true;
  if (element.closest("[aria-hidden=true], [inert], [hidden]")) return false;
  return element.checkVisibility({ visibilityProperty: true });
}

// The parts of the accessible name computation that this page needs.
function nameOf(element) {
  const by = element.getAttribute("aria-labelledby");
  if (by) return clean(by.split(/\s+/).map((id) => content(document.getElementById(id))).join(" "));
  const label = clean(element.getAttribute("aria-label"));
  if (label) return label;
  if (element.labels?.length) return clean([...element.labels].map(content).join(" "));
  if (element.matches("fieldset")) return clean(content(element.querySelector(":scope > legend")));
  if (element.matches("table")) return clean(content(element.querySelector(":scope > caption")));
  if (element.matches("img")) return clean(element.alt);
  if (element.matches("svg")) return clean(element.querySelector(":scope > title")?.textContent);
  if (element.matches("details")) return clean(content(element.querySelector(":scope > summary")));
  if (element.matches("input[type=button], input[type=submit], input[type=reset]")) return clean(element.value);
  if (element.matches("input, select, textarea")) return clean(element.title || element.placeholder);
  return clean(content(element)) || clean(element.title);
}

// The text of an element as it is read: without what is hidden, with the alternatives of pictures.
function content(node) {
  if (!node) return "";
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.matches("[aria-hidden=true], [hidden], script, style, input, select, textarea")) return "";
  if (node.hasAttribute("aria-label")) return ` ${node.getAttribute("aria-label")} `;
  if (node.matches("img")) return ` ${node.alt} `;
  if (node.matches("svg")) return ` ${node.querySelector(":scope > title")?.textContent ?? ""} `;
  const inner = [...node.childNodes].map(content).join("");
  return getComputedStyle(node).display.startsWith("inline") ? inner : ` ${inner} `;
}

const all = [...document.querySelectorAll(selector)].filter(shown).map((element) => [element, nameOf(element)]);
const name = wanted === null ? null : clean(wanted);
let found = name === null ? all : all.filter(([, has]) => has === name);
if (!found.length) found = all.filter(([, has]) => has.includes(name));
return { found: found.map(([element]) => element), names: found.map(([, has]) => has), seen: all.map(([, has]) => has) };
