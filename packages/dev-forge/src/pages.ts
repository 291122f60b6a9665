import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { commitOf, contentOf, defaultBranchOf } from './contents.ts';
import type { Content, Entry } from './contents.ts';
import { ForgeError } from './ForgeError.ts';
import { html, type Html } from './html.ts';
import { page } from './page.ts';
import type { Repositories, Repository } from './Repositories.ts';
import { visible } from './visible.ts';

const titleOf = ({ owner, name }: Repository) => `${owner}/${name}`;

/** Pages to read what a template published; where the links of scaffolder and catalog lead. */
export function createPages(repositories: Repositories): Router {
  const router = PromiseRouter();

  router.get('/', async (_request, response) => {
    const all = await repositories.list();
    show(response, 'Repositories', list(all.filter(each => !each.isPrivate)));
  });

  // The address to clone is also the one that the scaffolder links to.
  router.get('/:owner/:name.git', (request, response) => {
    const { owner, name } = request.params;
    response.redirect(302, address([owner, name]));
  });

  // Files are changed by a push, so who wants to edit one is shown it.
  router.get('/:owner/:name/_edit/:ref/:path(*)', (request, response) => {
    const { owner, name, ref, path } = request.params;
    response.redirect(302, address([owner, name, 'src', 'branch', ref], path));
  });

  router.get('/:owner/:name', async (request, response) => {
    const repository = await visible(repositories, response, request.params);
    const branch = await defaultBranchOf(repository);
    if (branch) {
      await showContent(request, response, repository, branch, '');
    } else {
      const empty = html`<p>Nothing was pushed to it so far.</p>`;
      show(response, titleOf(repository), html`${cloning(request)}${empty}`);
    }
  });

  router.get(
    '/:owner/:name/src/branch/:ref/:path(*)?',
    async (request, response) => {
      const repository = await visible(repositories, response, request.params);
      const { ref, path = '' } = request.params;
      await showContent(request, response, repository, ref, path);
    },
  );
  return router;
}

async function showContent(
  request: Request,
  response: Response,
  repository: Repository,
  ref: string,
  at: string,
) {
  const path = at.replace(/\/$/, '');
  const commit = await commitOf(repository, ref);
  const content = commit && (await contentOf(repository, commit, path));
  if (!content) {
    const what = path ? `"${path}" on "${ref}"` : `branch "${ref}"`;
    throw new ForgeError(
      404,
      `there is no ${what} in ${repository.owner}/${repository.name}`,
    );
  }
  const top = [repository.owner, repository.name];
  const shown =
    content.type === 'dir'
      ? folder(content.entries, [...top, 'src', 'branch', ref])
      : file(content);
  show(
    response,
    path ? `${path} - ${titleOf(repository)}` : titleOf(repository),
    html`<p>
        <a href="/">All repositories</a> /
        <a href="${address(top)}">${top.join('/')}</a> on ${ref}
        ${path && `/ ${path}`}
      </p>
      <p>${repository.description}</p>
      ${cloning(request)}${shown}`,
  );
}

function address(parts: string[], path?: string): string {
  const all = path ? [...parts, ...path.split('/')] : parts;
  return `/${all.map(encodeURIComponent).join('/')}`;
}

function show(response: Response, title: string, body: Html) {
  response.type('html').send(page(title, body));
}

function cloning({ headers, params }: Request): Html {
  const url = `http://${headers.host}/${params.owner}/${params.name}.git`;
  return html`<p>To work on it: <code>git clone ${url}</code></p>`;
}

function list(repositories: Repository[]): Html {
  if (repositories.length === 0) {
    return html`<p>
      There is none yet. One comes of the template "Compliant service" in the
      portal.
    </p>`;
  }
  const rows = repositories.map(
    ({ owner, name, description }) => html`<li>
      <a href="${address([owner, name])}">${owner}/${name}</a>
      ${description}
    </li>`,
  );
  return html`<ul>
    ${rows}
  </ul>`;
}

function folder(entries: Entry[], parts: string[]): Html {
  const rows = [...entries]
    .sort((a, b) => Number(b.type === 'dir') - Number(a.type === 'dir'))
    .map(
      ({ name, path, type }) => html`<li>
        <a href="${address(parts, path)}"
          >${name}${type === 'dir' ? '/' : ''}</a
        >
      </li>`,
    );
  return html`<ul aria-label="Files">
    ${rows}
  </ul>`;
}

function file({ bytes }: Content & { type: 'file' }): Html {
  return bytes.includes(0)
    ? html`<p>${bytes.length} bytes that are no text.</p>`
    : html`<pre>${bytes.toString()}</pre>`;
}
