import { defineConfig } from '@playwright/test';

/** The flags without which a headless Chromium asks the network for things it does not need. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Browser tests use the portal exactly as `npm start` opens it, on a data folder of their
 * own. `PORTAL_URL` may name the bundle that the backend serves instead, which is what
 * users get in production and loads in a fourth of the time.
 */
const portal = process.env.PORTAL_URL ?? 'http://localhost:3000';

export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  // A busy machine is slow; what hangs still ends.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  outputDir: 'node_modules/.cache/e2e-test-results',
  globalSetup: './packages/app/e2e-tests/support/waitForPortal.ts',
  use: {
    baseURL: portal,
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: quiet },
  },
  webServer: {
    command:
      'rm -rf .cache/e2e-data .cache/e2e-feeds && cp -r examples/feeds .cache/e2e-feeds && node tools/run.mjs start',
    url: 'http://localhost:3000',
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      CONTINUITY_DATA_DIR: `${__dirname}/.cache/e2e-data`,
      // Of its own, because a test breaks one.
      FEEDS_FOLDER: `${__dirname}/.cache/e2e-feeds`,
      BROWSER: 'none',
      // A test hands out a catalog file of its own.
      APP_CONFIG_backend_reading_allow: '[{"host":"localhost:8182"}]',
      APP_CONFIG_auth_experimentalExtraAllowedOrigins: JSON.stringify([portal]),
    },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
