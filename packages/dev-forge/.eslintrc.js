module.exports = require('../../tools/eslint/index.cjs')(__dirname);
