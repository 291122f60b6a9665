export {
  findArtifact,
  type ArtifactState,
  type AskedRegistry,
} from './findArtifact';
