export { AwaitedDesk } from './AwaitedDesk';
export { createHolderFeature, type AddedHolder } from './createHolderFeature';
export { readHolders } from './readHolders';
