import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { adoptChanges } from '../adopt/adoptChanges';
import { readFiles } from '../adopt/readFiles';
import { yamlOf } from './yamlOf';

/** As many as a scan lists of one object. */
const MAX_CHANGES = 200;

/**
 * `continuity:drift:adopt`: brings a manifest in the workspace to what runs, for the case
 * that what runs is right.
 */
export function createAdoptDriftAction() {
  return createTemplateAction({
    id: 'continuity:drift:adopt',
    description:
      'Writes what runs into the manifest of an object, as a scan for drift reported it, and leaves its comments, its order and everything else as they are. Refuses secrets, values that the report does not hold, manifests that a chart or a kustomization renders, and what Git says otherwise by now. Doing it again changes nothing.',
    supportsDryRun: true,
    examples: [
      {
        description: 'Keep a hotfix that was applied by hand',
        example: yamlOf('continuity:drift:adopt', {
          object: 'apps/Deployment shop/payments-api',
          changes: [
            {
              path: '/spec/template/spec/containers/0/image',
              label: 'spec.template.spec.containers[name=api].image',
              change: 'changed',
              desired: '"registry.example.com/payments-api:1.4.2"',
              live: '"registry.example.com/payments-api:1.4.3-hotfix"',
            },
          ],
        }),
      },
      {
        description: 'Drop what was removed, in one of several folders',
        example: yamlOf('continuity:drift:adopt', {
          object: 'ConfigMap shop/rates',
          path: 'deploy/production',
          changes: [
            {
              path: '/data/legacy-rates',
              change: 'removed',
              desired: '"on"',
            },
          ],
        }),
      },
    ],
    schema: {
      input: {
        object: z =>
          z
            .string()
            .max(600)
            .describe(
              'Which object, as the scan names it, e.g. apps/Deployment shop/payments-api',
            ),
        changes: z =>
          z
            .array(
              z
                .object({
                  path: z.string().max(2000).describe('JSON Pointer'),
                  label: z
                    .string()
                    .max(2000)
                    .describe(
                      'The same with the keys of list items, as the scan reports it. Absent: items are known by their place, which is refused where it is not certain',
                    )
                    .optional(),
                  change: z.enum(['changed', 'added', 'removed', 'reordered']),
                  desired: z
                    .string()
                    .describe(
                      'What Git said when it was scanned: JSON. When it says something else by now, nothing is written. Absent: it said nothing; anything but an addition is refused then',
                    )
                    .optional(),
                  live: z
                    .string()
                    .describe('What runs: JSON. Absent: it was removed')
                    .optional(),
                })
                .strict(),
            )
            .min(1)
            .max(MAX_CHANGES)
            .describe('The fields that shall be as they run'),
        path: z =>
          z
            .string()
            .describe(
              'File or folder with the manifest, within the repository. Absent: all of it is looked through',
            )
            .optional(),
        targetPath: z =>
          z
            .string()
            .describe('Folder of the repository in the workspace. Absent: it')
            .optional(),
      },
      output: {
        file: z => z.string().describe('The file that declares the object'),
        changed: z => z.boolean().describe('false: Git said all of that'),
        changes: z =>
          z.array(z.string()).describe('The fields that were written'),
        explanation: z => z.string().describe('The same, for people'),
      },
    },
    handler: async ctx => {
      const { object, changes, path: within, targetPath = '.' } = ctx.input;
      const root = resolveSafeChildPath(ctx.workspacePath, targetPath);
      const { file, text, adopted, there } = adoptChanges(
        await readFiles(root),
        {
          object,
          changes,
          ...(within && {
            path: path.posix.normalize(within).replace(/\/$/, ''),
          }),
        },
      );
      if (adopted.length > 0) {
        await writeFile(resolveSafeChildPath(root, file), text);
      }
      const explanation = [
        ...adopted.map(label => `${label} is now as it runs.`),
        ...there.map(label => `${label} said what runs already.`),
      ].join('\n');
      ctx.logger.info(`${file}, ${object}:\n${explanation}`);
      ctx.output('file', file);
      ctx.output('changed', adopted.length > 0);
      ctx.output('changes', [...adopted]);
      ctx.output('explanation', explanation);
    },
  });
}
