// Asks Comunica one query after another: a line of JSON {"query", "file"} in, a line {"results"} or {"error"} out.
// A file is read once. Run it in the folder whose node_modules holds @comunica/query-sparql-file.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const required = createRequire(pathToFileURL(`${process.cwd()}/`));
const { QueryEngine } = required("@comunica/query-sparql-file");
const { SortIterator } = required("@comunica/actor-query-operation-orderby/lib/SortIterator.js");
const engine = new QueryEngine();

// ORDER BY sorts once a key, from the last to the first, which is right only if each sort leaves equal rows as they
// were; this one does not. Taken as greater, a row comes after those that it equals. {"asItIs": true} leaves it out.
let asItIs = false;
const read = SortIterator.prototype._read;
SortIterator.prototype._read = function (...given) {
  if (!this.compared && !asItIs) {
    const compare = this.sort;
    this.compared = true;
    this.sort = (left, right) => compare(left, right) || 1;
  }
  return read.apply(this, given);
};

// What is thrown within a stream reaches nobody who waits for the answer.
let fail = () => {};
process.on("uncaughtException", (error) => fail(error));

async function answered({ query, file }) {
  const found = await engine.query(query, { sources: [file] });
  const { data } = await engine.resultToString(found, "application/sparql-results+json");
  const parts = [];
  for await (const part of data) parts.push(Buffer.from(part));
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  asItIs = asked.asItIs;
  const failed = new Promise((_, reject) => { fail = reject; });
  const said = await Promise.race([answered(asked), failed]).then(
    (results) => ({ results }),
    (error) => ({ error: String(error?.message ?? error) }),
  );
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
