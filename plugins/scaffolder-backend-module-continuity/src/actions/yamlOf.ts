import { stringify } from 'yaml';

/** A step of a template that runs an action, as the list of actions shows it. */
export function yamlOf(action: string, input: object): string {
  return stringify({
    steps: [{ id: action.split(':').at(-1), name: action, action, input }],
  });
}
