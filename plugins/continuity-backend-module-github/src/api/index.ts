export { readCallback } from './callback';
export { GitHubClient } from './GitHubClient';
