// bench:instances – three servers, started at the same time by `npm run up` against one PostgreSQL, behind a switch that sends each
// request to the next of them. Nothing but the database may be shared: a session is good on all and ends on all, a form sent to two
// at once has one effect, attempts to sign in count together, a mail goes out once, what is published on one is seen on the others,
// and a killed server loses no acknowledged save. PostgreSQL is the machine's own where there is one, else the embedded one.
// A fourth server with another AUTH_SECRET must be refused; given the database's role by hand it starts, and sessions must then be
// found not to be good on it.

import { checks } from './instances/checks.mts'
import { deployment } from './instances/deployment.mts'
import { machineLoad } from './product/raw-data.mts'

const began = performance.now()
const good = await deployment(async (servers) => {
  const found: { name: string; fault: string | null; figure: string }[] = []
  for (const { name, run } of checks) {
    const told = await run(servers).then(
      (figure) => ({ fault: null, figure }),
      (error: Error) => ({ fault: error.message.slice(0, 300), figure: '' }),
    )
    found.push({ name, ...told })
    if (told.fault) console.log(`bench:instances ${name}: ${told.fault}`)
  }
  const faults = found.filter(({ fault }) => fault !== null)
  console.log(
    `bench:instances three servers on ${servers.database}: ${found.map(({ name, figure, fault }) => `${name} ${fault ? 'FAILED' : figure}`).join('; ')}; ` +
      `${found.length} checks, ${faults.length} faults, ${((performance.now() - began) / 1000).toFixed(0)} s; ${machineLoad()} ` +
      `${faults.length === 0 ? 'ok' : 'FAILED'}`,
  )
  return faults.length === 0 && found.length === checks.length
})
process.exit(good ? 0 : 1)
