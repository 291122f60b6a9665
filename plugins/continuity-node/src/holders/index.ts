export type {
  DeploymentHolder,
  EndMessage,
  HeldAnswer,
  HeldDeployment,
  HeldDeploymentDesk,
  HeldQuestion,
  HolderMessage,
  HoldMessage,
  UnderstoodDeployment,
} from './types';
