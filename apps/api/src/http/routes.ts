import { type INestApplication, RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { type RouteOptions, routeOf } from './route.js';

const METHOD_METADATA = 'method';

/**
 * Every route of an application. Throws for a handler that is not declared with `@Route`, and so says nothing of what
 * its caller needs: such an application must not start.
 */
export function routesOf(app: INestApplication): RouteOptions[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap(module => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => (metatype ? routesOfController(metatype) : []));
}

function routesOfController(controller: { readonly name: string; readonly prototype?: object }): RouteOptions[] {
  const prototype = controller.prototype ?? {};
  return Object.getOwnPropertyNames(prototype).flatMap(name => {
    const handler: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
    if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    const route = routeOf(handler);
    if (route) return [route];
    const method = RequestMethod[Number(Reflect.getMetadata(METHOD_METADATA, handler))];
    throw new Error(`${method} of ${controller.name}.${name} does not declare what it needs: use @Route`);
  });
}
