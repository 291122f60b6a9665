import type { AdmissionSettings } from './admissionSettings';
import { matchesAny } from './describeWorkload';
import { imagesOf, type PodTemplate } from './podTemplates';

/** What a workload runs, as the gate asks for it. */
export interface Artifacts {
  /** `sha256:...`, each once. */
  digests: string[];
  /** Images that name no digest: what they run may change behind their tag. */
  tagged: string[];
}

/** More different images than any pod; each is a question of its own. */
export const MOST_DIGESTS = 16;

/** The artifacts of a pod template, without the images to ignore. */
export function artifactsOf(
  template: PodTemplate,
  { ignoreImages }: Pick<AdmissionSettings, 'ignoreImages'>,
): Artifacts {
  const digests = new Set<string>();
  const tagged = new Set<string>();
  for (const image of imagesOf(template)) {
    const [name, digest] = split(image);
    if (matchesAny(name, ignoreImages)) continue;
    if (digest === undefined) tagged.add(image);
    else digests.add(digest);
  }
  return { digests: [...digests], tagged: [...tagged] };
}

/** The name without tag and digest, and the digest if it is one that the gate knows. */
function split(image: string): [name: string, digest: string | undefined] {
  const [reference, digest] = image.split('@');
  const name = reference.replace(/:[^:/]*$/, '');
  return /^sha256:[a-f0-9]{64}$/.test(digest ?? '')
    ? [name, digest]
    : [name, undefined];
}
