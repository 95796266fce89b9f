// Chromium as the steps drive it, and what it complains of.
import { output } from './shell.mjs';

/** Debian's Chromium without its sandbox, which containers do not allow; what it is shown is ours. */
export const openBrowser = async (profile) => {
  // Loaded only now: it is installed after this file has been read.
  const { default: puppeteer } = await import('puppeteer-core');
  return puppeteer.launch({
    executablePath: output('which', ['chromium']).trim(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    userDataDir: profile,
    defaultViewport: { width: 1200, height: 900 },
  });
};

/** What a browser complains of, or could not load, as a list that grows. A refused connection to the outside would be among it. */
export const listen = (page) => {
  const faults = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`not loaded: ${request.url().slice(0, 80)}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
};
