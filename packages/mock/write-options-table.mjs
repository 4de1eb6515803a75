/** Writes the table of options in docs/mock.md from the doc comments in src/settings.ts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

const source = new URL('src/settings.ts', import.meta.url);
const page = new URL('../../docs/mock.md', import.meta.url);
const [begin, end] = ['<!-- options: begin -->', '<!-- options: end -->'];

const settings = ts.createSourceFile(
  'settings.ts',
  readFileSync(source, 'utf8'),
  ts.ScriptTarget.Latest,
  true,
);
const text = (node) => node.getText(settings);

/** Each member of the interface: name, doc comment, type. */
function options() {
  const declaration = settings.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === 'MockPbxOptions',
  );
  return declaration.members.map((member) => ({
    name: text(member.name),
    says: ts.getTextOfJSDocComment(ts.getJSDocCommentsAndTags(member)[0]?.comment) ?? '',
    type: member.type,
  }));
}

/** The choices of a union of literals; nothing for other types. */
function choices(type) {
  if (!ts.isUnionTypeNode(type) || !type.types.every(ts.isLiteralTypeNode)) return '';
  return type.types.map((literal) => `\`${text(literal).replaceAll("'", '')}\``).join(', ');
}

function row({ name, says, type }) {
  const sentence = says.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
  return `| \`${name}\` | ${sentence} | ${choices(type)} |`;
}

const table = ['| option | says | values |', '| --- | --- | --- |', ...options().map(row)].join('\n');
const old = readFileSync(page, 'utf8');
const [before, after] = [old.split(begin)[0], old.split(end)[1]];
const config = await resolveConfig(page);
const content = `${before}${begin}\n\n${table}\n\n${end}${after}`;
writeFileSync(page, await format(content, { ...config, parser: 'markdown' }));
