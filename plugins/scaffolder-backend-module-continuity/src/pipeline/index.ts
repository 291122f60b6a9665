export { pipelineOptions, PIPELINE_SYSTEMS } from './options';
export { renderPipeline } from './renderPipeline';
