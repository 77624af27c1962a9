import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { permits } from '#access';
import type { EdgeRequest } from './edge-request.js';
import { Forbidden, Unauthorized } from './errors.js';
import { routeOf } from './route.js';

/** Lets a request through where its caller may do what the route needs. A route that declares nothing stays shut. */
@Injectable()
export class NeedGuard implements CanActivate {
  canActivate(host: ExecutionContext): boolean {
    const { identity } = host.switchToHttp().getRequest<EdgeRequest>();
    const need = routeOf(host.getHandler())?.needs;
    if (need && permits(identity, need)) return true;
    throw identity ? new Forbidden(need ?? 'this route') : new Unauthorized();
  }
}
