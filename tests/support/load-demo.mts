// Loads the demo data into the database of DATABASE_APP_URL.
import { disconnect } from '@/lib/platform/db'
import { loadDemo } from '@/prisma/seed/demo.mts'

await loadDemo()
await disconnect()
