// Doors that only some may open: the database, sessions, the environment, formatting.
import { Visitor } from 'oxc-parser'
import { isListed } from './matching'
import type { Rule } from './rule'
import * as house from './rules'
import { codeIn, type Sources } from './source'

type Use = { file: string; line: number; what: string }

/** Every `a.b` in a file as text ("process.env", "Intl.NumberFormat"), and the name of every called method (".toFixed"). */
function memberUses(sources: Sources, file: string): Use[] {
  const { program, line } = sources.syntax(file)
  const uses: Use[] = []
  const add = (what: string, start: number) => uses.push({ file, line: line(start), what })
  new Visitor({
    MemberExpression(node) {
      const property = node.property.type === 'Identifier' && !node.computed ? node.property.name : '[…]'
      if (node.object.type === 'Identifier') add(`${node.object.name}.${property}`, node.start)
      else if (node.object.type === 'MemberExpression' && isEnvironment(node.object))
        add(`process.env.${property}`, node.start)
      add(`.${property}`, node.start)
    },
  }).visit(program)
  return uses
}

function isEnvironment(node: { object: { type: string }; property: { type: string } }): boolean {
  const [object, property] = [node.object as { name?: string }, node.property as { name?: string }]
  return object.name === 'process' && property.name === 'env'
}

function doorFindings(sources: Sources): { looked: number; findings: string[] } {
  const imports = codeIn(sources).flatMap((file) => sources.syntax(file).imports.map((given) => ({ file, ...given })))
  const findings = imports.flatMap(({ file, specifier, typeOnly, line }) =>
    house.doors
      .filter((door) => door.specifier.test(specifier) && !isListed(door.allowed, file))
      .filter((door) => !(typeOnly && door.typesAnywhereIn?.some((folder) => file.startsWith(folder))))
      .map((door) => `${file}:${line} imports ${specifier}: ${door.name} has its own place`),
  )
  return { looked: imports.length, findings }
}

const assembles = /^(\.\$queryRawUnsafe|\.\$executeRawUnsafe|Prisma\.raw)$/

const formatting = /^(Intl\.\w+|\.(toLocale\w*String|toFixed|toPrecision|toExponential))$/
// Changing the case of a word the language's own way shows no number and no date.
const letterCase = /^\.toLocale(Lower|Upper)Case$/

export const doorRules: Rule[] = [
  {
    name: 'the Prisma client, PostgreSQL, next-auth, the request and React each have their place',
    unit: 'imports',
    floor: 1800,
    check: doorFindings,
    planted: [
      {
        files: { 'lib/risks/queries.ts': "import { PrismaClient } from '@/generated/prisma/client'" },
        finding: /the Prisma client/,
      },
      {
        files: { 'components/risks/t.tsx': "import type { Risk } from '@/generated/prisma/client'" },
        finding: /the Prisma client/,
      },
      { files: { 'lib/risks/queries.ts': "import pg from 'pg'" }, finding: /PostgreSQL itself/ },
      { files: { 'app/page.tsx': "import { getServerSession } from 'next-auth/next'" }, finding: /next-auth/ },
      { files: { 'lib/risks/queries.ts': "import { cookies } from 'next/headers'" }, finding: /next\/headers/ },
      { files: { 'lib/risks/model.ts': "import { useState } from 'react'" }, finding: /React in lib/ },
      { files: { 'components/ui/a.tsx': "import { createTranslator } from 'use-intl/core'" }, finding: /use-intl/ },
      { files: { 'lib/risks/commands.ts': "import { createTransport } from 'nodemailer'" }, finding: /nodemailer/ },
      { files: { 'lib/risks/commands.ts': "const { hash } = await import('@node-rs/argon2')" }, finding: /argon2/ },
      { files: { 'lib/risks/queries.ts': "import { request } from 'node:https'" }, finding: /the way out/ },
    ],
  },
  {
    name: 'viewers are minted by the session and the named system actors only',
    unit: 'imports',
    floor: 18,
    check: (sources) => {
      const imports = codeIn(sources).flatMap((file) =>
        sources.syntax(file).imports.map((given) => ({ file, ...given })),
      )
      const minting = imports.flatMap(({ file, line, names, specifier }) => {
        const whole = names.includes('*') && /access\/(viewer|queries)(\.ts)?$/.test(specifier)
        return (whole ? Object.keys(house.minters) : names.filter((name) => name in house.minters)).map((name) => ({
          file,
          line,
          name,
        }))
      })
      const wrong = minting.filter(({ file, name }) => !isListed(house.minters[name] ?? {}, file))
      return { looked: minting.length, findings: wrong.map((m) => `${m.file}:${m.line} may not import ${m.name}`) }
    },
    planted: [
      {
        files: { 'lib/risks/commands.ts': "import { systemViewer } from '@/lib/access/viewer'" },
        finding: /import systemViewer/,
      },
      {
        files: { 'app/(portal)/page.tsx': "import { signInActor } from '@/lib/access/queries'" },
        finding: /import signInActor/,
      },
      {
        files: { 'app/api/x/route.ts': "const v = await import('@/lib/access/viewer')" },
        finding: /import mintViewer/,
      },
      {
        files: { 'app/(portal)/projects/page.tsx': "import { requireViewerBeforeFactor } from '@/lib/access/session'" },
        finding: /import requireViewerBeforeFactor/,
      },
      {
        files: { 'app/(portal)/admin/county/actions.ts': "import { actionBeforeFactor } from '@/lib/access/action'" },
        finding: /import actionBeforeFactor/,
      },
      {
        files: { 'scripts/a.mts': "import { mintViewer as m } from '../lib/access/viewer.ts'" },
        finding: /import mintViewer/,
      },
    ],
  },
  {
    name: 'SQL is never put together as text',
    unit: 'files',
    floor: 400,
    check: (sources) => {
      const files = codeIn(sources)
      const uses = files
        .filter((file) => !isListed(house.assembledSql, file))
        .flatMap((file) => memberUses(sources, file))
      const found = uses.filter((u) => assembles.test(u.what))
      return { looked: files.length, findings: found.map((u) => `${u.file}:${u.line} uses ${u.what}: bind parameters`) }
    },
    planted: [
      {
        files: { 'lib/risks/queries.ts': 'export const a = (tx: Tx, q: string) => tx.$queryRawUnsafe(q)' },
        finding: /queryRawUnsafe/,
      },
      {
        files: { 'lib/risks/queries.ts': 'export const a = (q: string) => Prisma.raw(q)' },
        finding: /uses Prisma.raw/,
      },
    ],
  },
  {
    name: 'the environment is read in one place',
    unit: 'files',
    floor: 400,
    check: (sources) => {
      const files = codeIn(sources)
      const uses = files
        .filter((file) => !isListed(house.environmentReaders, file))
        .flatMap((file) => memberUses(sources, file))
      const nodeEnv = new Set(
        uses
          .filter((u) => u.what === 'process.env.NODE_ENV' && isListed(house.nodeEnvReaders, u.file))
          .map((u) => `${u.file}:${u.line}`),
      )
      const read = uses.filter((u) => u.what === 'process.env' && !nodeEnv.has(`${u.file}:${u.line}`))
      return {
        looked: files.length,
        findings: read.map((u) => `${u.file}:${u.line} reads process.env: ask lib/platform/env`),
      }
    },
    planted: [
      { files: { 'lib/risks/model.ts': 'export const url = process.env.DATABASE_URL' }, finding: /reads process.env/ },
      { files: { 'lib/risks/model.ts': 'export const dev = process.env.NODE_ENV' }, finding: /reads process.env/ },
      { files: { 'proxy.ts': 'const a = process.env.SECRET' }, finding: /reads process.env/ },
      {
        files: { 'app/page.tsx': "const { PORT } = process.env\nconst x = process.env['A']" },
        finding: /page.tsx:1 .*[\s\S]*page.tsx:2/,
      },
    ],
  },
  {
    name: 'numbers, amounts and dates are formatted in lib/values/format.ts only',
    unit: 'files',
    floor: 250,
    check: (sources) => {
      const files = codeIn(sources, 'app', 'components', 'lib')
      const uses = files
        .filter((file) => !isListed(house.formatters, file))
        .flatMap((file) => memberUses(sources, file))
      const found = uses.filter((u) => formatting.test(u.what) && !letterCase.test(u.what))
      return {
        looked: files.length,
        findings: found.map((u) => `${u.file}:${u.line} formats with ${u.what}: see lib/values/format.ts`),
      }
    },
    planted: [
      { files: { 'components/finance/a.tsx': 'export const A = () => <b>{(1.5).toFixed(2)}</b>' }, finding: /toFixed/ },
      { files: { 'app/page.tsx': 'new Date().toLocaleDateString("fi")' }, finding: /toLocaleDateString/ },
      {
        files: { 'lib/finance/model.ts': 'export const f = (n: number) => n.toLocaleString()' },
        finding: /toLocaleString/,
      },
      { files: { 'lib/finance/model.ts': 'const f = new Intl.NumberFormat("fi-FI")' }, finding: /Intl.NumberFormat/ },
    ],
  },
]
