// Old syntax on purpose: this file must load on a Node that is too old, to say so.
const NEEDED = [20, 19];

/** Ends the process with a clear message when Node is older than Rollcall needs. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  process.stderr.write(
    `Rollcall needs Node ${NEEDED.join(".")} or newer; this is Node ${process.versions.node}.\n` +
      "Install a newer one from https://nodejs.org and start again.\n",
  );
  process.exit(1);
}
