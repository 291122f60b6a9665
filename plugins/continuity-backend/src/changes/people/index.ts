export {
  ApprovalRosters,
  namedBy,
  NOBODY,
  type Involved,
  type Roster,
} from './ApprovalRosters';
export { DelegationStore, type StoredDelegation } from './DelegationStore';
export { PeopleDirectory } from './PeopleDirectory';
