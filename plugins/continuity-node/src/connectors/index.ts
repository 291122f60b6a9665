export { ConnectorError } from './ConnectorError';
export type {
  ChangeConnector,
  ConnectedChange,
  ConnectedEntity,
  ConnectorProblem,
  DecisionNews,
  DraftNews,
  ExternalItem,
  ExternalNews,
  ExternalPerson,
  ExternalReference,
  ExternalVersion,
  PulledNews,
  PushedRecord,
  RecordNews,
} from './types';
