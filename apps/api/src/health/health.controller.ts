import { Controller, Inject } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { Metrics } from '#platform';
import { Answer } from '../http/answer.js';
import { Route } from '../http/route.js';
import { HealthService, type Readiness } from './health.service.js';

const StatusSchema = Type.Object({ status: Type.String() }, { title: 'Liveness' });

const ReadinessSchema = Type.Object(
  {
    status: Type.String({ description: '`ok` or `unavailable`' }),
    dependencies: Type.Record(Type.String(), Type.String(), { description: '`up` or `down` by name' }),
  },
  { title: 'Readiness' },
);

@Controller()
export class HealthController {
  constructor(
    @Inject(HealthService) private readonly health: HealthService,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  @Route({
    method: 'GET',
    path: '/health/live',
    needs: 'public',
    tag: 'Operations',
    summary: 'Whether the process lives',
    responses: { 200: { description: 'It does', schema: StatusSchema } },
  })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Route({
    method: 'GET',
    path: '/health/ready',
    needs: 'public',
    tag: 'Operations',
    summary: 'Whether the service can answer, with each dependency by name',
    responses: {
      200: { description: 'It can', schema: ReadinessSchema },
      503: { description: 'It cannot', schema: ReadinessSchema },
    },
  })
  async ready(): Promise<Answer> {
    return toAnswer(await this.health.readiness());
  }

  @Route({
    method: 'GET',
    path: '/metrics',
    needs: 'operations:read',
    tag: 'Operations',
    summary: 'Metrics for Prometheus',
    responses: { 200: { description: 'Text format of Prometheus', type: 'text/plain' } },
  })
  async scrape(): Promise<Answer> {
    const { body, contentType } = await this.metrics.text();
    return new Answer(200, body, { 'content-type': contentType });
  }
}

function toAnswer(readiness: Readiness): Answer {
  return readiness.status === 'ok' ? new Answer(200, readiness) : new Answer(503, readiness, { 'retry-after': '2' });
}
