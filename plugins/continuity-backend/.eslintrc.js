module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    'jest/expect-expect': [
      'warn',
      // Supertest's own expectations count.
      {
        assertFunctionNames: [
          'expect',
          'decide.**.expect',
          'started.**.expect',
        ],
      },
    ],
  },
});
