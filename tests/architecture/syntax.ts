// What the rules need to know of a program text. The parser is oxc's: TypeScript 7 has no stable programming interface
// (its package exports only `unstable/*`), and oxc reads TypeScript in a few milliseconds per hundred files.
import { type Expression, type ParamPattern, type ParseResult, type Program, parseSync, type Span } from 'oxc-parser'

export type Import = { specifier: string; typeOnly: boolean; names: string[]; line: number }
export type ExportedFunction = {
  name: string
  line: number
  parameters: { name: string; type: string }[]
  documented: boolean
  text: string
}
export type ExportedValue = { name: string; line: number; value: Expression | null }

export type Syntax = {
  program: Program
  imports: Import[]
  /** Every name given out, types left aside; "default" and "*" included. */
  exportedNames: string[]
  exportsDefault: boolean
  exportsEverything: boolean
  functions: ExportedFunction[]
  constants: ExportedValue[]
  /** 'use client', 'use server' at the top of the file. */
  directives: string[]
  line(offset: number): number
}

export function readSyntax(file: string, text: string): Syntax {
  const result = parseSync(file, text)
  const fault = result.errors.find((error) => error.severity === 'Error')
  if (fault) throw new Error(`${file}: ${fault.message}`)
  const line = (offset: number) => text.slice(0, offset).split('\n').length
  const { program, module } = result
  const given = module.staticExports.flatMap((statement) => statement.entries)
  return {
    program,
    imports: importsOf(result, text, line),
    exportedNames: given
      .filter((e) => !e.isType)
      .map((e) => e.exportName.name ?? (e.exportName.kind === 'Default' ? 'default' : '*')),
    exportsDefault: given.some((e) => e.exportName.kind === 'Default'),
    exportsEverything: given.some((e) => e.importName.kind === 'AllButDefault'),
    functions: functionsOf(result, text, line),
    constants: constantsOf(program, line),
    directives: program.body.flatMap((node) =>
      node.type === 'ExpressionStatement' && node.directive ? [node.directive] : [],
    ),
    line,
  }
}

function importsOf({ module }: ParseResult, text: string, line: (offset: number) => number): Import[] {
  const named = module.staticImports.map((statement) => ({
    specifier: statement.moduleRequest.value,
    // `import type { A } from` and `import { type A } from` leave nothing behind; `import 'x'` has no entries and does.
    typeOnly: statement.entries.length > 0 && statement.entries.every((entry) => entry.isType),
    names: statement.entries.map((entry) => entry.importName.name ?? '*'),
    line: line(statement.start),
  }))
  const passedOn = module.staticExports.flatMap((statement) =>
    statement.entries.flatMap((entry) =>
      entry.moduleRequest
        ? [
            {
              specifier: entry.moduleRequest.value,
              typeOnly: entry.isType,
              names: [entry.importName.name ?? '*'],
              line: line(entry.start),
            },
          ]
        : [],
    ),
  )
  const dynamic = module.dynamicImports.map(({ start, moduleRequest }) => ({
    specifier: text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
    typeOnly: false,
    names: ['*'],
    line: line(start),
  }))
  return [...named, ...passedOn, ...dynamic]
}

type FunctionLike = { params: readonly ParamPattern[] }

function functionsOf(
  { program, comments }: ParseResult,
  text: string,
  line: (offset: number) => number,
): ExportedFunction[] {
  // A docstring ends right before the statement, with nothing but white space between.
  const documented = (start: number) =>
    comments.some(
      (c) => c.type === 'Block' && c.value.startsWith('*') && c.end <= start && text.slice(c.end, start).trim() === '',
    )
  const describe = (name: string, { start, end }: Span, fn: FunctionLike): ExportedFunction => ({
    name,
    line: line(start),
    text: text.slice(start, end),
    documented: documented(start),
    parameters: fn.params.map((parameter) => describeParameter(parameter, text)),
  })
  return program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) return []
    const { declaration } = node
    if (declaration.type === 'FunctionDeclaration') return [describe(declaration.id?.name ?? '', node, declaration)]
    if (declaration.type !== 'VariableDeclaration') return []
    return declaration.declarations.flatMap((d) => {
      const fn = d.init ? functionIn(d.init) : null
      return fn && d.id.type === 'Identifier' ? [describe(d.id.name, node, fn)] : []
    })
  })
}

/** The function of `= (…) => …`, also inside a wrapper such as `cache(async (…) => …)`. */
function functionIn(value: Expression): FunctionLike | null {
  if (value.type === 'ArrowFunctionExpression' || value.type === 'FunctionExpression') return value
  if (value.type !== 'CallExpression') return null
  const inner = value.arguments.find((argument) => argument.type === 'ArrowFunctionExpression')
  return inner ?? null
}

function describeParameter(parameter: ParamPattern, text: string): { name: string; type: string } {
  const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
  const annotation = 'typeAnnotation' in pattern ? pattern.typeAnnotation : null
  return {
    name: pattern.type === 'Identifier' ? pattern.name : '',
    type: annotation ? text.slice(annotation.start, annotation.end).replace(/^:\s*/, '') : '',
  }
}

function constantsOf(program: Program, line: (offset: number) => number): ExportedValue[] {
  return program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || node.declaration?.type !== 'VariableDeclaration') return []
    return node.declaration.declarations.flatMap((d) =>
      d.id.type === 'Identifier' ? [{ name: d.id.name, line: line(node.start), value: d.init }] : [],
    )
  })
}

/** `[…] as const`, `{…} satisfies …`, `(…)` without their wrapping. */
export function bare(value: Expression | null): Expression | null {
  if (value?.type === 'TSAsExpression' || value?.type === 'TSSatisfiesExpression') return bare(value.expression)
  return value?.type === 'ParenthesizedExpression' ? bare(value.expression) : value
}

/** The members of `['a', 'b'] as const`; null when the expression is anything else. */
export function listOfTexts(value: Expression | null): string[] | null {
  if (value?.type !== 'TSAsExpression') return null
  const list = bare(value)
  if (list?.type !== 'ArrayExpression' || list.elements.length === 0) return null
  const texts = list.elements.map((element) =>
    element?.type === 'Literal' && typeof element.value === 'string' ? element.value : null,
  )
  return texts.every((text) => text !== null) ? texts : null
}

type Lookup = (name: string) => Expression | null

const textOf = (value: Expression | null, lookup: Lookup): string | null => {
  const found = bare(value)
  if (found?.type === 'Identifier') return textOf(lookup(found.name), () => null)
  return found?.type === 'Literal' && typeof found.value === 'string' ? found.value : null
}

/**
 * The entries of `{ a: 'x', 'b.c': 'y', ...others, d: text }`; null when the expression is anything else.
 * `lookup` finds the constants that are named in it.
 */
export function tableOfTexts(value: Expression | null, lookup: Lookup = () => null): Record<string, string> | null {
  const object = bare(value)
  if (object?.type === 'Identifier') return tableOfTexts(lookup(object.name))
  if (object?.type !== 'ObjectExpression') return null
  const table: Record<string, string> = {}
  for (const property of object.properties) {
    if (property.type === 'SpreadElement') {
      const spread = tableOfTexts(property.argument, lookup)
      if (spread === null) return null
      Object.assign(table, spread)
      continue
    }
    if (property.type !== 'Property' || property.computed) return null
    const { key } = property
    const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : null
    const text = textOf(property.value, lookup)
    if (name === null || text === null) return null
    table[name] = text
  }
  return table
}
