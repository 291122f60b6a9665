export { continuityModelLayer } from './model/continuityModelLayer';
export { catalogModuleContinuity as default } from './module';
