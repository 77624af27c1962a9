/** Settings of the server as `postgres -c` takes them. */
export type ServerSettings = Readonly<Record<string, string>>;

const COMMON: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '50',
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  autovacuum_naptime: '5s', // a young table that grows by an import is planned for what it was a minute ago otherwise
  timezone: 'UTC',
  log_timezone: 'UTC',
};

const durability = (value: 'on' | 'off'): ServerSettings => ({
  fsync: value,
  synchronous_commit: value,
  full_page_writes: value,
});

/** Arguments of the server; what is committed survives a crash of the machine, unless `durable` is false. */
export function serverArguments(clusterDir: string, port: number, durable: boolean, extra: ServerSettings): string[] {
  const settings = { ...COMMON, ...durability(durable ? 'on' : 'off'), port: String(port), ...extra };
  return ['-D', clusterDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
