export { readGitHubSettings, type GitHubSettings } from './readGitHubSettings';
