import { Hono } from 'hono';
import { logged, type Env } from '../log/logged.ts';
import type { RequestLog } from '../log/request-log.ts';
import type { World } from '../world/world.ts';
import { authorizeRoutes } from './authorize.ts';
import { metadataRoutes } from './metadata.ts';
import { signOutRoutes } from './sign-out.ts';
import { stepRoutes } from './steps.ts';
import { tokenRoutes } from './token-endpoint.ts';

/** login.microsoftonline.com. */
export function signInService(world: World, log: RequestLog) {
  return new Hono<Env>()
    .use(logged(world, log, 'login'))
    .route('/', stepRoutes(world))
    .route('/', authorizeRoutes(world))
    .route('/', tokenRoutes(world))
    .route('/', signOutRoutes(world))
    .route('/', metadataRoutes(world));
}
