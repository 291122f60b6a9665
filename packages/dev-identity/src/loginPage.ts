import type { Person } from './people.ts';

/** The page that asks who you want to be: one button a person, searchable by browser find. */
export function loginPage(action: string, people: Person[]): string {
  const rows = people
    .map(
      person => `
      <li><button name="login" value="${escape(person.id)}">
        <strong>${escape(person.name)}</strong>
        <span>${escape(person.groups.join(', ') || 'no group')}</span>
      </button></li>`,
    )
    .join('');
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Sign in - development identity</title>
  <style>
    :root { color-scheme: light dark; font-family: system-ui, sans-serif; }
    body { max-width: 46rem; margin: 3rem auto; padding: 0 1rem; }
    ul { list-style: none; padding: 0; display: grid; gap: .5rem;
         grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); }
    button { width: 100%; text-align: left; padding: .6rem .8rem; font: inherit;
             border: 1px solid #8886; border-radius: .4rem; cursor: pointer; }
    button:hover, button:focus-visible { outline: 2px solid #36c; }
    span { display: block; font-size: .85em; }
  </style>
</head>
<body>
  <main>
    <h1>Who do you want to be?</h1>
    <p>Development only: everybody of the example organisation, without a password.</p>
    <form method="post" action="${escape(action)}"><ul>${rows}</ul></form>
  </main>
</body>
</html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
