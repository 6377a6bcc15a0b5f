package main

import (
	"compress/gzip"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"bolyst/internal/edition"
)

// BenchmarkStatic has wrk ask for one page, packed with gzip, over 32 connections: of the real program, without and with
// sign-in, and of nginx with two workers, the same file and the same headers, packed beforehand. They take turns, three
// rounds of three seconds.
//
//	make bench BENCH=Static     # needs nginx and wrk
func BenchmarkStatic(b *testing.B) {
	for _, program := range []string{"nginx", "wrk"} {
		if _, err := exec.LookPath(program); err != nil {
			b.Skipf("%s is not installed", program)
		}
	}
	open, guarded := b.TempDir(), b.TempDir()
	layOutGuarded(b, guarded)
	copyWithoutSignIn(b, guarded, open)
	name, err := edition.Latest(filepath.Join(guarded, "data", "editions"))
	if err != nil {
		b.Fatal(err)
	}
	page := "editions/" + name + "/staff/index.html"
	plain, behind := &server{}, &server{}
	for folder, s := range map[string]*server{open: plain, guarded: behind} {
		log, err := os.Create(filepath.Join(folder, "log"))
		if err != nil {
			b.Fatal(err)
		}
		defer log.Close()
		s.start(b, folder, "2026-11-30T12:00:00Z", log)
	}
	r := readersOf(b, behind, guarded)
	at, err := http.NewRequest("GET", behind.url, nil)
	if err != nil {
		b.Fatal(err)
	}
	cookie := ""
	for _, c := range r.client.Jar.Cookies(at.URL) {
		cookie = c.Name + "=" + c.Value
	}
	address, peer := nginx(b, filepath.Join(guarded, "data", page))
	contenders := []struct {
		name, address, cookie string
		process               int
	}{
		{"nginx", address + page, "", peer},
		{"bolyst", plain.url + page, "", plain.cmd.Process.Pid},
		{"bolyst-signed-in", behind.url + page, cookie, behind.cmd.Process.Pid},
	}
	rates, costs := map[string][]float64{}, map[string][]float64{}
	for range 3 {
		for _, c := range contenders {
			before := busy(b, c.process)
			rate, answers := wrk(b, c.address, c.cookie)
			rates[c.name] = append(rates[c.name], rate)
			costs[c.name] = append(costs[c.name], 1e6*(busy(b, c.process)-before)/answers)
		}
	}
	for _, c := range contenders {
		b.Run(c.name, func(b *testing.B) {
			for range b.N {
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(median(rates[c.name]), "answers/s")
			b.ReportMetric(median(rates[c.name])/median(rates["nginx"]), "x-nginx")
			b.ReportMetric(median(costs[c.name]), "cpu-us/answer")
		})
	}
	plain.stop(b)
	behind.stop(b)
}

// copyWithoutSignIn copies an installation and leaves sign-in out of its configuration.
func copyWithoutSignIn(b *testing.B, from, to string) {
	b.Helper()
	if said, err := exec.Command("cp", "-a", from+"/.", to).CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, said)
	}
	file := filepath.Join(to, "bolyst.yaml")
	config, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	without, _, _ := strings.Cut(string(config), "signin:\n")
	if err := os.WriteFile(file, []byte(without), 0o600); err != nil {
		b.Fatal(err)
	}
}

// busy is how many seconds the processors have worked for a process and its children that still run.
func busy(b *testing.B, process int) (seconds float64) {
	b.Helper()
	children, err := os.ReadFile(fmt.Sprintf("/proc/%[1]d/task/%[1]d/children", process))
	if err != nil {
		b.Fatal(err)
	}
	for _, id := range append(strings.Fields(string(children)), strconv.Itoa(process)) {
		stat, err := os.ReadFile("/proc/" + id + "/stat")
		if err != nil {
			b.Fatal(err)
		}
		_, after, _ := strings.Cut(string(stat), ") ")
		for _, ticks := range strings.Fields(after)[11:13] { // in user and in system mode, 100 a second
			n, err := strconv.Atoi(ticks)
			if err != nil {
				b.Fatal(err)
			}
			seconds += float64(n) / 100
		}
	}
	return seconds
}

var wrkPrinted = regexp.MustCompile(`(?s)(\d+) requests in.*Requests/sec:\s+([\d.]+)`)

// wrk is how many answers a second it gets, and how many in all, each of them a right one.
func wrk(b *testing.B, address, cookie string) (rate, answers float64) {
	b.Helper()
	said, err := exec.Command("wrk", "-t1", "-c32", "-d3s", "-H", "Accept-Encoding: gzip", "-H", "Cookie: "+cookie, address).CombinedOutput()
	counts := wrkPrinted.FindSubmatch(said)
	if err != nil || counts == nil || strings.Contains(string(said), "Non-2xx") || strings.Contains(string(said), "Socket errors") {
		b.Fatalf("%v: %s", err, said)
	}
	for i, n := range []*float64{&answers, &rate} {
		if *n, err = strconv.ParseFloat(string(counts[i+1]), 64); err != nil {
			b.Fatal(err)
		}
	}
	return rate, answers
}

// nginx serves the file under its address, packed beforehand, until the benchmark ends.
func nginx(b *testing.B, file string) (address string, process int) {
	b.Helper()
	folder := b.TempDir()
	under := filepath.Join(folder, "www", file[strings.Index(file, "editions/"):])
	content, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(under), 0o755); err != nil {
		b.Fatal(err)
	}
	var packed strings.Builder
	zip, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	zip.Write(content)
	zip.Close()
	for name, content := range map[string]string{under: string(content), under + ".gz": packed.String(), filepath.Join(folder, "nginx.conf"): fmt.Sprintf(`
daemon off; worker_processes 2; pid %[1]s/pid; error_log %[1]s/error;
events { worker_connections 512; }
http {
  types { text/html html; }
  access_log off; sendfile on; tcp_nopush on; gzip_static on; gzip_vary on; open_file_cache max=100; keepalive_requests 1000000;
  client_body_temp_path %[1]s/a; proxy_temp_path %[1]s/b; fastcgi_temp_path %[1]s/c; uwsgi_temp_path %[1]s/d; scgi_temp_path %[1]s/e;
  server {
    listen 127.0.0.1:18431; root %[1]s/www;
    add_header Cache-Control "private, no-cache"; add_header Content-Security-Policy "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    add_header X-Content-Type-Options nosniff; add_header X-Frame-Options DENY; add_header Referrer-Policy no-referrer;
    add_header Cross-Origin-Opener-Policy same-origin; add_header Cross-Origin-Resource-Policy same-origin; add_header Permissions-Policy "camera=(), geolocation=(), microphone=()";
  }
}
`, folder)} {
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	for up := folder; strings.HasPrefix(up, os.TempDir()) && up != os.TempDir(); up = filepath.Dir(up) {
		if err := os.Chmod(up, 0o755); err != nil { // its workers are another user
			b.Fatal(err)
		}
	}
	cmd := exec.Command("nginx", "-c", filepath.Join(folder, "nginx.conf"))
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { cmd.Process.Signal(os.Interrupt); cmd.Wait() })
	for range 50 {
		if answer, err := http.Get("http://127.0.0.1:18431/"); err == nil {
			answer.Body.Close()
			return "http://127.0.0.1:18431/", cmd.Process.Pid
		}
		time.Sleep(100 * time.Millisecond)
	}
	b.Fatal("nginx does not answer")
	return "", 0
}
