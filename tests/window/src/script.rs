//! What runs inside the page: finding by role and name, as assistive technology computes them, and waiting for it
//! with the page's own frames instead of a clock of ours.

/// Finds one visible thing by role and name. Arguments: role, name, milliseconds; answers the element or nothing.
pub const FIND: &str = r"
const [role, name, patience, done] = [arguments[0], arguments[1], arguments[2], arguments[arguments.length - 1]]
const selectors = {
  button: 'button, [role=button], summary',
  link: 'a[href]',
  field: 'input:not([type=radio]):not([type=checkbox]), textarea, select',
  choice: 'input[type=radio], input[type=checkbox], [role=option], [role=menuitem], [role=tab], [role=menuitemradio]',
  heading: 'h1, h2, h3, h4',
  any: 'button, [role=button], summary, a[href], input, textarea, select, [role=option], [role=menuitem], [role=tab]',
}
const clean = (text) => (text ?? '').replace(/\s+/g, ' ').trim()
const named = (element) => {
  const ids = element.getAttribute('aria-labelledby')
  if (ids) return clean(ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' '))
  if (element.ariaLabel) return clean(element.ariaLabel)
  if (element.labels?.length) return clean([...element.labels].map((label) => label.textContent).join(' '))
  return clean(element.textContent || element.title || element.placeholder)
}
const shown = (element) => {
  if (element.closest('[inert], [hidden]')) return false
  const box = element.getBoundingClientRect()
  return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden'
}
const find = () => {
  const top = document.querySelector('dialog[open]') ?? document
  const all = [...top.querySelectorAll(selectors[role])].filter(shown)
  return all.find((element) => named(element) === name) ?? all.find((element) => named(element).startsWith(name))
}
const until = performance.now() + patience
const look = () => {
  const found = find()
  if (found || performance.now() > until) done(found ?? null)
  else setTimeout(look, 25)
}
look()
";

/// Waits until there are visible fields that take text, of the dialog when one is open, and gives them all.
/// Arguments: milliseconds.
pub const FIELDS: &str = r"
const [patience, done] = [arguments[0], arguments[arguments.length - 1]]
const kinds = 'input:not([type=radio]):not([type=checkbox]):not([type=button]), textarea, [contenteditable]'
const shown = (field) => {
  const box = field.getBoundingClientRect()
  return box.width > 0 && box.height > 0 && getComputedStyle(field).visibility !== 'hidden'
}
const until = performance.now() + patience
const look = () => {
  const top = document.querySelector('dialog[open]') ?? document
  const found = [...top.querySelectorAll(kinds)].filter(shown)
  if (found.length > 0 || performance.now() > until) done(found)
  else setTimeout(look, 25)
}
look()
";

/// Waits until the page says a text. Arguments: text, milliseconds; answers whether it does.
pub const SEES: &str = r"
const [text, patience, done] = [arguments[0], arguments[1], arguments[arguments.length - 1]]
const clean = (all) => all.replace(/\s+/g, ' ')
const until = performance.now() + patience
const look = () => {
  const here = clean(document.body.innerText).includes(text)
  if (here || performance.now() > until) done(here)
  else setTimeout(look, 25)
}
look()
";

/// All the page says, in one line.
pub const TEXT: &str = r"return document.body.innerText.replace(/\s+/g, ' ')";

/// Everything a key should reach: a description each, without what is off, hidden or reached by arrows.
pub const CONTROLS: &str = r"
const shown = (element) => {
  if (element.closest('[inert], [hidden], details:not([open]) > :not(summary)')) return false
  const box = element.getBoundingClientRect()
  return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden'
}
const mine = (element) => {
  if (element.disabled || element.tabIndex < 0) return false
  if (element.type !== 'radio') return true
  const group = [...document.querySelectorAll(`input[type=radio][name=${CSS.escape(element.name)}]`)]
  return element.checked || (!group.some((one) => one.checked) && group[0] === element)
}
const place = document.querySelector('dialog[open]') ?? document
window.plumblineControls = [...place.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
  .filter((element) => shown(element) && mine(element))
return window.plumblineControls.map((element) => `${element.tagName.toLowerCase()} ${element.ariaLabel ?? element.textContent ?? ''}`.trim().slice(0, 60))
";

/// Which of the controls listed before has the focus; -1 for none of them.
pub const FOCUSED: &str = "return window.plumblineControls.indexOf(document.activeElement)";

/// Waits until two frames have been drawn and whatever loads has come.
pub const DRAWN: &str = r"
const done = arguments[arguments.length - 1]
requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => done(true)), 400))
";
