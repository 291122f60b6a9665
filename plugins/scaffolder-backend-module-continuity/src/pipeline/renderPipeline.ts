import { deliveryScript, SCRIPT } from './deliveryScript';
import { githubWorkflow } from './github';
import { gitlabPipeline } from './gitlab';
import { jenkinsPipeline } from './jenkins';
import { PIPELINE_SYSTEMS, type PipelineOptions } from './options';

/** A file of a repository. */
export interface RenderedFile {
  /** From the root of the repository. */
  path: string;
  content: string;
  isExecutable: boolean;
}

const pipelines: Record<
  (typeof PIPELINE_SYSTEMS)[number],
  { path: string; render: (options: PipelineOptions) => string }
> = {
  github: { path: '.github/workflows/deliver.yaml', render: githubWorkflow },
  gitlab: { path: '.gitlab-ci.yml', render: gitlabPipeline },
  jenkins: { path: 'Jenkinsfile', render: jenkinsPipeline },
};

/** The files of a compliant pipeline: the one of the system, and the script that it calls. */
export function renderPipeline(options: PipelineOptions): RenderedFile[] {
  const { path, render } = pipelines[options.system];
  return [
    { path, content: render(options), isExecutable: false },
    { path: SCRIPT, content: deliveryScript(options), isExecutable: true },
  ];
}
