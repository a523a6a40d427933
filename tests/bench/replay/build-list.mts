// What the finished build lets a browser change: its server actions and the methods of its routes.
import fs from 'node:fs'
import path from 'node:path'
import { root } from '../../../scripts/runtime.mjs'
import { request } from '../product/requests.mts'

const server = () => path.join(root, process.env.NEXT_DIST_DIR ?? '.next', 'server')
const read = <T,>(file: string): T => JSON.parse(fs.readFileSync(path.join(server(), file), 'utf8')) as T

/** Server actions: "file#export" → id. */
export function actionsOfBuild(): Map<string, string> {
  type Manifest = Record<'node' | 'edge', Record<string, { filename?: string; exportedName?: string }>>
  const { node, edge } = read<Manifest>('server-reference-manifest.json')
  const found = new Map<string, string>()
  for (const [id, { filename, exportedName }] of Object.entries({ ...node, ...edge })) {
    if (!filename || !exportedName) throw new Error(`the build does not name the action ${id}`)
    found.set(`${filename}#${exportedName}`, id)
  }
  return found
}

const changing = ['POST', 'PUT', 'PATCH', 'DELETE']

/** Routes that take a changing method, as "POST /api/reports/[report]/fields"; each is asked which methods it has. */
export async function routesOfBuild(address: string): Promise<string[]> {
  const paths = Object.keys(read<Record<string, string>>('app-paths-manifest.json'))
    .filter((one) => one.endsWith('/route'))
    .map((one) => one.slice(0, -'/route'.length))
  const found: string[] = []
  for (const route of paths) {
    // Next answers for every route handler which methods it exports; ids in the path play no part in that.
    const url = `${address}${route.replaceAll(/\[[^\]]+\]/g, '00000000-0000-7000-8000-000000000000')}`
    const { headers, status } = await request({ method: 'OPTIONS', url, cookie: '', body: '' })
    const allowed = String(headers.allow ?? '')
    if (status === 204 && allowed === '') throw new Error(`${route} does not say which methods it has`)
    const methods = status === 405 ? changing : allowed.split(',').map((method) => method.trim())
    found.push(...methods.filter((method) => changing.includes(method)).map((method) => `${method} ${route}`))
  }
  return found
}
