import { totalmem } from "node:os";

const MIB = 1024 * 1024;

/**
 * Settings of the embedded server. Every acknowledged commit is on disk: fsync, full_page_writes and
 * synchronous_commit keep their safe defaults.
 */
export function serverOptions(data: string, port: number): string[] {
  const buffers = Math.min(512, Math.max(64, Math.floor(totalmem() / MIB / 8)));
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: `${buffers}MB`,
    effective_cache_size: `${buffers * 3}MB`,
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    // No replicas hang on this server, so the log carries only what recovery needs.
    wal_level: "minimal",
    max_wal_senders: "0",
    wal_buffers: "16MB",
    min_wal_size: "128MB",
    max_wal_size: "1GB",
    checkpoint_timeout: "15min",
    random_page_cost: "1.1",
    jit: "off",
    autovacuum_naptime: "15s",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    log_min_messages: "warning",
    log_min_error_statement: "panic",
  };
  return ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}
