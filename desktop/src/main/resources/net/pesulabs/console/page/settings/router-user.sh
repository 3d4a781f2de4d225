cat > /usr/share/rpcd/acl.d/console.json <<'EOF'
{"console":{"description":"Homelab Console, read only","read":{"ubus":{
  "system":["board","info"],"network.interface":["dump"],"luci-rpc":["getDHCPLeases"]}}}}
EOF
read -rs PASSWORD
uci add rpcd login
uci set rpcd.@login[-1].username='console'
uci set rpcd.@login[-1].password="$(uhttpd -m "$PASSWORD")"
uci add_list rpcd.@login[-1].read='console'
uci add_list rpcd.@login[-1].read='unauthenticated'
uci commit rpcd
service rpcd restart
