const { readFileSync } = require('node:fs');

const FILE = process.env.FLAGS_FILE ?? '/etc/flags/flags.json';

/**
 * Whether a flag is on by a file in the format of flagd, which is read anew each time, so
 * that a switch works without a restart. Off when it is disabled, when it is not there, and
 * when the file asks for more than on and off: rules need an OpenFeature provider.
 *
 * @param {string} flag
 * @param {string} file
 * @returns {boolean}
 */
function isOn(flag, file = FILE) {
  try {
    const { flags } = JSON.parse(readFileSync(file, 'utf8'));
    const found = Object.hasOwn(flags, flag) ? flags[flag] : undefined;
    if (found?.state !== 'ENABLED' || found.targeting !== undefined) {
      return false;
    }
    return found.variants[found.defaultVariant] === true;
  } catch {
    return false;
  }
}

module.exports = { isOn };

// node src/flags.js <flag> [file]: prints on or off.
if (require.main === module) {
  const [flag, file] = process.argv.slice(2);
  console.log(isOn(flag, file) ? 'on' : 'off');
}
