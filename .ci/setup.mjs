// `npm start`, `npm test` and their relatives come through here. Plain JavaScript, and no import before the version is
// checked: this file has to be able to say one clear sentence on whatever Node the machine has.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 12)) {
  console.error(
    `Latchkey needs Node 20.12 or newer to set itself up, and this is ${process.versions.node}: install a current Node from https://nodejs.org and run the same command again.`,
  );
  process.exit(1);
}

import('./setup/commands.mjs').then(
  ({ run }) => run(process.argv.slice(2)),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
