export { DecisionStatements } from './DecisionStatements';
export { SigningKeys } from './SigningKeys';
export { SigningKeyStore } from './SigningKeyStore';
export { createSigningRoutes } from './signingRoutes';
