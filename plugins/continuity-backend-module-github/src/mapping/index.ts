export { chooseEntity, SLUG_ANNOTATION } from './chooseEntity';
export { readPayload } from './readSaid';
