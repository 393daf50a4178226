package dbtest

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A shard is a server of ClickHouse. All of them answer for all.
type shard struct {
	server *exec.Cmd
	http   int // its port
}

// startShards starts servers that know one another, in a folder of their own.
func startShards(t *testing.T, n int) []*shard {
	t.Helper()
	program, err := exec.LookPath("clickhouse-server")
	if err != nil {
		t.Skip("there is no ClickHouse here (Debian: clickhouse-server): ", err)
	}
	ports := freePorts(t, 3*n)
	var cluster strings.Builder
	for i := range n {
		fmt.Fprintf(&cluster, "<shard><replica><host>127.0.0.1</host><port>%d</port></replica></shard>", ports[3*i+1])
	}
	var shards []*shard
	for i := range n {
		dir := t.TempDir()
		for name, text := range map[string]string{
			"users.xml": `<yandex><profiles><default/></profiles><quotas><default/></quotas><users><default><password/><networks><ip>127.0.0.1</ip></networks>` +
				`<profile>default</profile><quota>default</quota></default></users></yandex>`,
			"config.xml": fmt.Sprintf(`<yandex><logger><level>warning</level><log>%[1]s/log</log><errorlog>%[1]s/errors</errorlog></logger>`+
				`<http_port>%[2]d</http_port><tcp_port>%[3]d</tcp_port><interserver_http_port>%[4]d</interserver_http_port><listen_host>127.0.0.1</listen_host>`+
				`<path>%[1]s/data/</path><tmp_path>%[1]s/tmp/</tmp_path><users_config>%[1]s/users.xml</users_config><mark_cache_size>100000000</mark_cache_size>`+
				`<default_profile>default</default_profile><default_database>default</default_database>`+
				`<remote_servers><three>%[5]s</three></remote_servers></yandex>`, dir, ports[3*i], ports[3*i+1], ports[3*i+2], cluster.String()),
		} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		s := &shard{exec.Command(program, "--config-file="+filepath.Join(dir, "config.xml")), ports[3*i]}
		s.server.Dir = dir
		s.server.SysProcAttr = &syscall.SysProcAttr{}
		endWithParent(s.server.SysProcAttr)
		if err := s.server.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(s.stop)
		shards = append(shards, s)
	}
	for i, s := range shards {
		if err := s.wait(); err != nil {
			log, _ := os.ReadFile(filepath.Join(s.server.Dir, "errors"))
			t.Fatalf("shard %d: %v\n%s", i, err, log)
		}
	}
	return shards
}

// freePorts returns ports that nobody listens to.
func freePorts(t *testing.T, n int) []int {
	t.Helper()
	var ports []int
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		ports = append(ports, l.Addr().(*net.TCPAddr).Port)
	}
	return ports
}

func (s *shard) wait() error {
	var err error
	for range 600 {
		if _, err = s.run("SELECT 1", nil); err == nil {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return err
}

func (s *shard) stop() {
	s.server.Process.Kill()
	s.server.Wait()
}

// run runs a statement, with settings beside the URL's.
func (s *shard) run(statement string, body io.Reader, settings ...string) ([]byte, error) {
	values := url.Values{"wait_end_of_query": {"1"}}
	for _, setting := range settings {
		name, value, _ := strings.Cut(setting, "=")
		values.Set(name, value)
	}
	if body == nil {
		body = strings.NewReader(statement)
	} else {
		values.Set("query", statement)
	}
	r, err := http.Post(fmt.Sprintf("http://127.0.0.1:%d/?%s", s.http, values.Encode()), "text/plain", body)
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err == nil && r.StatusCode != http.StatusOK {
		err = fmt.Errorf("clickhouse: %s: %s", r.Status, text)
	}
	return text, err
}
