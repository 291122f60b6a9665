import { main } from './main';

main(process.argv.slice(2), {
  out: line => process.stdout.write(`${line}\n`),
  err: line => process.stderr.write(`${line}\n`),
}).then(code => {
  // Not process.exit(): what was printed into a pipe must arrive whole.
  process.exitCode = code;
});
