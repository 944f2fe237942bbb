/**
 * A script for the head of a page: holds a form that is submitted before the page is alive, for `Form` to submit then. No
 * character of it is escaped in HTML.
 */
export const EARLY_SUBMITS = `addEventListener(\`submit\`, function (event) {
  if (event.target.dataset.waits === undefined) return;
  event.preventDefault();
  event.target.dataset.submitted = \`\`;
}, true);`;
